import * as v from 'valibot';
import { checked, type GitHub } from './client.ts';

/** A commit of these files alone, on top of the tree of the commit `onto`. */
export interface FileCommit {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly message: string;
  /** Its tree is null where it was not read yet. */
  readonly onto: { readonly commit: string; readonly tree: string | null };
  readonly parents: readonly string[];
  readonly signOff: SignOff;
}

/** Whether commits get a `Signed-off-by` line, which some repositories ask for (https://developercertificate.org). */
export type SignOff = 'add' | 'none';

/**
 * Makes the commit and returns its name; no branch moves yet. Neither author nor committer is set, so that GitHub signs it
 * (https://docs.github.com/en/authentication/managing-commit-signature-verification/about-commit-signature-verification#signature-verification-for-bots).
 */
export async function createCommit(github: GitHub, commit: FileCommit): Promise<string> {
  const tree = checked(
    v.object({ sha: v.string() }),
    await github.rest.git.createTree({
      ...github.repository,
      base_tree: commit.onto.tree ?? (await readTree(github, commit.onto.commit)),
      tree: commit.files.map(({ path, content }) => ({ path, mode: '100644', type: 'blob', content })),
    }),
  );
  const make = async (message: string) =>
    checked(
      createdSchema,
      await github.rest.git.createCommit({
        ...github.repository,
        message,
        tree: tree.sha,
        parents: [...commit.parents],
      }),
    );
  const created = await make(commit.message);
  if (commit.signOff === 'none') return created.sha;
  // Only a commit tells who the token commits as; the first one stays unused.
  return (await make(withSignOff(commit.message, created.author))).sha;
}

async function readTree(github: GitHub, commit: string): Promise<string> {
  const response = await github.rest.git.getCommit({ ...github.repository, commit_sha: commit });
  return checked(v.object({ tree: v.object({ sha: v.string() }) }), response).tree.sha;
}

const createdSchema = v.object({
  sha: v.string(),
  author: v.object({ name: v.string(), email: v.string() }),
});

/** The message with a sign-off among its trailers. */
export function withSignOff(message: string, { name, email }: { name: string; email: string }): string {
  const text = message.trimEnd();
  const gap = /\n\n(?:[A-Za-z-]+: [^\n]*(?:\n|$))+$/.test(text) ? '\n' : '\n\n';
  return `${text}${gap}Signed-off-by: ${name} <${email}>\n`;
}

/** Name and email that the token commits with. Only a commit shows them, so this makes one of what `commit` holds, and leaves it unused. */
export async function readCommitter(github: GitHub, commit: string) {
  const tree = await readTree(github, commit);
  const unused = { ...github.repository, message: 'Unused', tree, parents: [commit] };
  return checked(createdSchema, await github.rest.git.createCommit(unused)).author;
}
