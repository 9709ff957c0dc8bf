import { expect, it } from 'vitest';
import { startLocalGitHub } from '../local-github.ts';

it.each(['github-actions[bot]', 'incident-log-app[bot]', 'mona'])(
  'GraphQL tells whose a token is: %s',
  async (login) => {
    const github = await startLocalGitHub();
    try {
      const { graphql } = github.as(login);
      expect(await graphql('query { viewer { login } }')).toEqual({ viewer: { login } });
      await expect(graphql('query { viewer { id } }')).rejects.toThrow('Not known to the local GitHub.');
    } finally {
      await github.close();
    }
  },
);
