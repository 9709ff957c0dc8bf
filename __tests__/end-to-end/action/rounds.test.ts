import { setTimeout as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueEvent } from '../../local-github/events.ts';
import { command, ongoingIncident } from '../conversing.ts';
import { branch, openStage, repository, type Stage } from '../stage.ts';

/**
 * Carries requests in rounds: those that a run makes before it has an answer go out together, and the next ones when all of these are
 * answered. A run has come to wait when many turns of the event loop bring no further request, however long a turn takes.
 */
function inRounds() {
  const rounds: string[][] = [];
  const waiting: { readonly name: string; readonly go: () => void }[] = [];
  let isGathering = false;
  let inFlight = 0;
  const gather = async () => {
    isGathering = true;
    for (let turns = 0, seen = 0; turns < 30; turns += 1) {
      await turn(1);
      if (waiting.length > seen) turns = 0;
      seen = waiting.length;
    }
    const round = waiting.splice(0);
    inFlight = round.length;
    rounds.push(round.map(({ name }) => name));
    isGathering = false;
    for (const { go } of round) go();
  };
  const carry: typeof globalThis.fetch = async (url, init) => {
    await new Promise<void>((go) => {
      waiting.push({ name: `${init?.method} ${decodeURIComponent(new URL(`${url}`).pathname)}`, go });
      if (!isGathering && inFlight === 0) void gather();
    });
    try {
      const answer = await fetch(url, init);
      const body = await answer.arrayBuffer();
      return new Response(body.byteLength === 0 ? null : body, answer);
    } finally {
      inFlight -= 1;
      if (inFlight === 0 && waiting.length > 0 && !isGathering) void gather();
    }
  };
  return { rounds, carry };
}

let stage: Stage;
let number: number;

beforeAll(async () => {
  stage = await openStage({}, { logins: ['someone'] });
  ({ number } = await stage.file(ongoingIncident));
  await stage.run();
  await command(stage, number, '/timeline 2024-10-14 10:45 Paged');
});

afterAll(() => stage.close());

it('a run that changes nothing knows all it needs after two rounds of requests', async () => {
  const { rounds, carry } = inRounds();
  const run = await stage.run({ event: await stage.event('edited', number), fetch: carry });
  expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged' } });
  expect(rounds.map((round) => round.toSorted())).toEqual([
    [
      `GET /repos/${repository}`,
      `GET /repos/${repository}/git/ref/heads/${branch}`,
      `GET /repos/${repository}/git/ref/heads/main`,
      `GET /repos/${repository}/issues`,
      `GET /repos/${repository}/issues`,
      `GET /repos/${repository}/issues/comments`,
      `GET /repos/${repository}/pulls`,
    ].toSorted(),
    expect.arrayContaining(['POST /graphql', `GET /repos/${repository}/contents/INCIDENTS.md`]),
  ]);
});

it('a base that the event names wrongly costs a round more, and is read as the repository has it', async () => {
  const event = await issueEvent(stage.github, repository, 'edited', number);
  const payload = JSON.parse(JSON.stringify(event.payload));
  payload.repository.default_branch = 'gone';
  const { rounds, carry } = inRounds();
  const run = await stage.run({ event: { ...event, payload }, fetch: carry });
  expect(run).toMatchObject({ exitCode: 0, outputs: { result: 'unchanged' } });
  expect(rounds.map((round) => round.filter((name) => name.includes('/git/ref/')).toSorted())).toEqual([
    [`GET /repos/${repository}/git/ref/heads/gone`, `GET /repos/${repository}/git/ref/heads/${branch}`],
    [`GET /repos/${repository}/git/ref/heads/main`],
    [],
  ]);
});

it('who is not known to be trusted is asked about while the rest is read', async () => {
  const filed = await stage.file(ongoingIncident, { login: 'someone' });
  const { rounds, carry } = inRounds();
  await stage.run({
    event: await stage.event('edited', filed.number),
    inputs: { 'dry-run': 'true' },
    fetch: carry,
  });
  expect(rounds).toHaveLength(2);
  expect(rounds[1]).toContain(`GET /repos/${repository}/collaborators/someone/permission`);
});
