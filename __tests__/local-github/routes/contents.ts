import type { Answer, Call } from '../answer.ts';
import { isObject } from '../answer.ts';
import type { Site } from './site.ts';
import { pathOf, repositoryOf } from './site.ts';

/** Over this many bytes the contents API leaves the content out (docs.github.com/rest/repos/contents). */
const contentLimit = 1024 * 1024;

/** As GitHub sends any raw file, binary ones too; Octokit reads it as text for that. */
const rawType = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' };

/** Files and blobs: what emulate answers, but base64 comes in lines of 60 and not at all for a file over 1 MB. */
export async function getContent(call: Call, site: Site): Promise<Answer> {
  const repository = repositoryOf(site, call.params);
  const path = call.path.replace(/^\/repos\/[^/]+\/[^/]+/, pathOf(repository));
  const answer = await site.emulator.send(repository.owner, 'GET', path, undefined, call.accept);
  const body = answer.body;
  if (Buffer.isBuffer(body)) return { ...answer, headers: rawType };
  if (answer.status !== 200 || !isObject(body) || typeof body.content !== 'string') return answer;
  if (call.accept.includes('raw'))
    return { status: 200, body: Buffer.from(body.content, 'base64'), headers: rawType };
  const isFile = body.type === 'file';
  if (isFile && Number(body.size) > contentLimit)
    return { ...answer, body: { ...body, content: '', encoding: 'none' } };
  const lines = body.content.match(/.{1,60}/g) ?? [];
  return { ...answer, body: { ...body, content: lines.map((line) => `${line}\n`).join('') } };
}
