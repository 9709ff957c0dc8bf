import { plainText } from '../../markdown/parse.ts';
import type { LogData } from '../json.ts';
import { type Html, html, webLink } from './html.ts';
import { none } from './measures.ts';

/** The review actions that are neither done nor dropped, those of the newest incident first. */
export function actionsSection({ openActions, incidents }: LogData, repositoryUrl: string): Html {
  const byIssue = new Map(incidents.map((incident) => [incident.issue, incident]));
  const rows = openActions.map(({ text, issue, incident, owner, due }) => {
    const { url = '', title = '' } = byIssue.get(incident) ?? {};
    const own = issue === null ? null : html` ${issueLink(issue, repositoryUrl)}`;
    return html`<tr><th scope="row"><span dir="auto">${plainText(text) || '(without words)'}</span>${own}</th><td class="incident">${webLink(url, html`#${incident} <span dir="auto">${title}</span>`)}</td><td class="owner">${owner === null ? none : `@${owner}`}</td><td class="date">${due ?? none}</td></tr>
`;
  });
  return html`${
    rows.length === 0
      ? html`<p>None: every review action is done or was dropped.</p>`
      : html`<div class="scroll" role="region" aria-labelledby="actions-caption" tabindex="0"><table class="actions">
<caption id="actions-caption">What is neither done nor dropped, of all incidents</caption>
<thead><tr><th scope="col">Action</th><th scope="col">Incident</th><th scope="col">Owner</th><th scope="col">Due</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`
  }
`;
}

/** @param issue a number in the repository, or `owner/name#34` in another one of the same server */
function issueLink(issue: number | string, repositoryUrl: string): Html {
  if (typeof issue === 'number') return webLink(`${repositoryUrl}/issues/${issue}`, `#${issue}`);
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(issue) ?? [];
  if (repository === undefined || !URL.canParse(repositoryUrl)) return html`${issue}`;
  return webLink(`${new URL(repositoryUrl).origin}/${repository}/issues/${number}`, issue);
}
