import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandComment, Conversation } from '../../../src/commands/conversation.ts';
import { type CommandPlan, type CommandSettings, planCommands } from '../../../src/commands/plan.ts';
import { readCommands } from '../../../src/commands/read.ts';
import { readAnswers } from '../../../src/form/answers.ts';
import { defaultTemplate } from '../../../src/form/template.ts';
import type { Issue } from '../../../src/github/issue.ts';
import { readCursor, withCursor } from '../../../src/markers/cursor.ts';
import { textHash } from '../../../src/markers/hash.ts';
import { incidentHash, writeStatusCommentMarker } from '../../../src/markers/status-comment.ts';
import { form } from '../../end-to-end/stage.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';
import { scaled } from '../../thorough.ts';
import { hostileMarkdown } from '../markdown/hostile-markdown.ts';
import { incidentIssue } from '../review-actions/tracked.ts';

const settings: CommandSettings = {
  template: defaultTemplate,
  timezone: 'Europe/London',
  onResolved: 'close',
};
const at = Date.parse('2024-10-15T13:43:20Z');

function commentOf(id: number, text: string, facts: Partial<CommandComment> = {}): CommandComment {
  return {
    id,
    at: at + id * 1000,
    commands: readCommands(text),
    author: 'trusted',
    wasEdited: false,
    hasReaction: false,
    hasOurReaction: false,
    reply: null,
    ...facts,
  };
}

function conversationOf(issue: Issue, comments: readonly CommandComment[]): Conversation {
  return {
    issue,
    author: 'trusted',
    cursor: readCursor(issue.body),
    comments,
    statusComment: null,
    formerStatusComments: [],
    confirmation: { verdict: 'needless', remembered: [] },
  };
}

/** The new text of the issue; undefined where it stays as it is. */
function rewriteIn({ changes }: CommandPlan) {
  return changes.find((change) => change.kind === 'rewrite-issue');
}

const open: Issue = { ...incidentIssue(''), state: 'open', state_reason: null };

describe('the cursor', () => {
  it('for every body: reads back as written, last, and changes no answer', () => {
    const body = fc.oneof(
      hostileMarkdown,
      fc
        .record({ impact: hostileMarkdown, context: hostileMarkdown, 'review-actions': hostileMarkdown })
        .map((answers) => renderSubmission(form, answers)),
    );
    const cursor = fc.record({
      through: fc.integer({ min: 1, max: 2 ** 50 }),
      since: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
      statusComment: fc.option(fc.integer({ min: 1, max: 2 ** 50 })),
      actions: fc.array(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(body, cursor, cursor, (text, first, second) => {
        const answers = (source: string) =>
          [...readAnswers(source, defaultTemplate).answers].map(([{ id }, answer]) => [id, answer.text]);
        const once = withCursor(text, first);
        const twice = withCursor(once, second);
        expect(readCursor(once)).toEqual(first);
        expect(readCursor(twice)).toEqual(second);
        expect(twice.split(/\r\n|[\r\n]/).at(-1)).toMatch(/^<!-- incident-log: commands .* -->$/);
        if (!text.includes('<!-- incident-log')) expect(answers(twice)).toEqual(answers(text));
      }),
      { numRuns: scaled(400) },
    );
  });
});

describe('planning', () => {
  it('for every sequence of commands and every text: the same comments again change nothing', () => {
    const words = fc.oneof(
      hostileMarkdown,
      fc.constantFrom('', '11:29', '14.43', 'now x', '2024-10-14 12:00 y'),
    );
    const line = fc
      .tuple(
        fc.constantFrom('detected', 'repaired', 'resolved', 'timeline', 'action', 'help', 'resolve'),
        words,
      )
      .map(([name, text]) => `/${name} ${text}`);
    const comments = fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(comments, hostileMarkdown, (texts, context) => {
        const issue = { ...open, body: renderSubmission(form, { impact: 'X', context }) };
        const said = texts
          .map((lines, index) => commentOf(index + 1, lines.join('\n\n')))
          .filter(({ commands }) => commands.length > 0);
        const plan = planCommands(conversationOf(issue, said), settings);
        if (said.length === 0) return;
        const body = rewriteIn(plan)?.body ?? '';
        expect(readCursor(body)).toMatchObject({ through: said.at(-1)?.id });
        const answered = said.map((comment) => ({ ...comment, hasReaction: true }));
        const again = planCommands(conversationOf({ ...issue, body }, answered), settings);
        expect(again.changes).toEqual([]);
        expect(again.conversation.cursor).toEqual(readCursor(body));
      }),
      { numRuns: scaled(300) },
    );
  });

  it('says what is wrong before it writes the text, and reacts afterwards', () => {
    const said = [commentOf(1, '/repaired 14.43\n/timeline 14:00 Up'), commentOf(2, '/resolved')];
    const { changes, conversation } = planCommands(conversationOf(open, said), settings);
    expect(conversation.issue).toMatchObject({ state: 'closed', state_reason: 'completed' });
    expect(changes).toMatchObject([
      { kind: 'comment', marker: '<!-- incident-log: reply to=1 refused -->', others: 'unless-there' },
      { sentence: 'Carry out /timeline, /resolved on #12, and close it', closes: 'completed' },
      { kind: 'react', comment: 1, content: 'confused' },
      { kind: 'react', comment: 2, content: '+1' },
    ]);
  });

  it('answers what an earlier run has carried out and not answered, as that run would have', () => {
    const body = withCursor(open.body ?? '', { through: 5, since: at, statusComment: null, actions: [] });
    const said = [
      commentOf(2, '/repaired'),
      commentOf(3, '/resolved 13.00', { reply: 'refused' }),
      commentOf(4, '/help', { reply: 'help' }),
      commentOf(5, '/repaired', { wasEdited: true }),
      commentOf(6, '/repaired', { author: 'untrusted' }),
    ];
    expect(planCommands(conversationOf({ ...open, body }, said), settings)).toMatchObject({
      changes: [
        { kind: 'react', comment: 2, content: '+1' },
        { kind: 'react', comment: 3, content: 'confused' },
        { kind: 'react', comment: 4, content: '+1' },
        { kind: 'react', comment: 6, content: 'confused' },
      ],
    });
  });

  it('lesson 95: writes no hidden line into an untrusted author’s text, and the text alone where something changes', () => {
    const body = withCursor(open.body ?? '', { through: 5, since: at, statusComment: null, actions: [] });
    const said = [commentOf(2, '/repaired 2024-10-15 14:00'), commentOf(3, '/action Alert on it')];
    const issue = { ...open, body };
    const conversation = { ...conversationOf(issue, said), author: 'untrusted', cursor: null } as const;
    const plan = planCommands(conversation, settings);
    expect(readCursor(rewriteIn(plan)?.body ?? '')).toEqual(readCursor(body));
    expect(plan.conversation.cursor).toMatchObject({ through: 3 });
    const memory = { problems: [], confirmed: [], commands: null };
    const statusComment = { id: 9, body: `Read.\n\n${writeStatusCommentMarker(memory)}`, memory };
    const remembering = planCommands({ ...conversation, statusComment }, settings);
    expect(remembering.changes.map(({ kind }) => kind).slice(0, 2)).toEqual([
      'edit-comment',
      'rewrite-issue',
    ]);
    expect(remembering.conversation.statusComment?.memory.commands).toEqual({
      through: 3,
      actions: [textHash('Alert on it')],
      text: incidentHash(remembering.conversation.issue),
    });
    const help = planCommands({ ...conversation, comments: [commentOf(2, '/help')] }, settings);
    expect(help.changes).toMatchObject([{ kind: 'comment' }, { content: '+1' }]);
    expect(help.conversation.cursor).toMatchObject({ through: 2 });
  });

  it('closes no issue that is closed, and none that the team wants open', () => {
    const said = [commentOf(1, '/resolved')];
    const closed = planCommands(conversationOf({ ...open, state: 'closed' }, said), settings);
    expect(rewriteIn(closed)).not.toHaveProperty('closes');
    const left = planCommands(conversationOf(open, said), { ...settings, onResolved: 'leave-open' });
    expect(rewriteIn(left)).not.toHaveProperty('closes');
  });

  it('lesson 22: a reply to a comment as long as GitHub takes is short', () => {
    const said = [
      commentOf(1, `/repaired 14.43 ${'a'.repeat(30_000)}\n${'/repaired 14.43 x\n'.repeat(1500)}`),
    ];
    const [reply] = planCommands(conversationOf(open, said), settings).changes;
    expect(reply?.kind === 'comment' ? reply.text.length : Number.NaN).toBeLessThan(20_000);
  });
});
