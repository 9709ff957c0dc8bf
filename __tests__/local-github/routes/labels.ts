import type { Answer, Call, Issue, Label } from '../answer.ts';
import { invalid, json, notFound, Refusal, textOf, textsOf } from '../answer.ts';
import { paged } from '../paging.ts';
import { numberOf, readIssue } from './issues.ts';
import type { RepositoryState, Site } from './site.ts';
import { askFor, askForAll, repositoryOf } from './site.ts';

/** The names of an issue's labels, as the repository writes them. */
export function labelNames({ labels }: Pick<Issue, 'labels'>): string[] {
  return labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
}

/** Labels are found in any case and kept as they were first written. */
async function findLabel(site: Site, repository: RepositoryState, name: string): Promise<Label | undefined> {
  const labels = await askForAll<Label>(site, repository, '/labels');
  return labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** The names as the repository writes them; a name it does not know stays as it is (GitHub makes that label). */
export async function canonicalLabels(
  site: Site,
  repository: RepositoryState,
  names: readonly string[],
): Promise<string[]> {
  const canonical: string[] = [];
  for (const name of names) canonical.push((await findLabel(site, repository, name))?.name ?? name);
  return [...new Set(canonical)];
}

/** Those of the names that are labels of the repository already, as it writes them. */
export async function knownLabels(
  site: Site,
  repository: RepositoryState,
  names: readonly string[],
): Promise<string[]> {
  const wanted = names.map((name) => name.toLowerCase());
  const labels = await askForAll<Label>(site, repository, '/labels');
  return labels.map(({ name }) => name).filter((name) => wanted.includes(name.toLowerCase()));
}

export async function setLabels(
  site: Site,
  repository: RepositoryState,
  number: number,
  names: readonly string[],
): Promise<void> {
  const labels = await canonicalLabels(site, repository, names);
  await askFor<Label[]>(site, repository, 'PUT', `/issues/${number}/labels`, { labels });
}

export async function listLabels(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  return paged(site, repository, call, '/labels', await askForAll<Label>(site, repository, '/labels'));
}

export async function getLabel(call: Call, site: Site): Promise<Answer> {
  const label = await findLabel(site, repositoryOf(site, call.params), call.params.name ?? '');
  if (label === undefined) throw notFound();
  return json(200, label);
}

export async function createLabel(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const name = textOf(call.body, 'name')?.trim() ?? '';
  if (name === '') throw invalid({ resource: 'Label', code: 'missing_field', field: 'name' });
  if ((await findLabel(site, repository, name)) !== undefined)
    throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  if (name.length > 50)
    throw invalid({
      resource: 'Label',
      code: 'custom',
      field: 'name',
      message: 'name is too long (maximum is 50 characters)',
    });
  const color = textOf(call.body, 'color') ?? 'ededed';
  if (!/^[0-9a-f]{6}$/i.test(color)) throw invalid({ resource: 'Label', code: 'invalid', field: 'color' });
  const description = textOf(call.body, 'description') ?? null;
  return json(201, await askFor<Label>(site, repository, 'POST', '/labels', { name, color, description }));
}

export async function listIssueLabels(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const issue = await readIssue(site, repository, numberOf(call));
  return paged(site, repository, call, `/issues/${issue.number}/labels`, issue.labels);
}

export async function addIssueLabels(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const { number } = await readIssue(site, repository, numberOf(call));
  const labels = await canonicalLabels(site, repository, textsOf(call.body, 'labels') ?? []);
  const path = `/issues/${number}/labels`;
  const actor = call.actor ?? undefined;
  return json(200, await askFor<Label[]>(site, repository, 'POST', path, { labels }, actor));
}

export async function removeIssueLabel(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const issue = await readIssue(site, repository, numberOf(call));
  const wanted = (call.params.name ?? '').toLowerCase();
  const name = labelNames(issue).find((candidate) => candidate.toLowerCase() === wanted);
  if (name === undefined) throw new Refusal(404, 'Label does not exist');
  const path = `/issues/${issue.number}/labels/${encodeURIComponent(name)}`;
  return json(
    200,
    await askFor<Label[]>(site, repository, 'DELETE', path, undefined, call.actor ?? undefined),
  );
}
