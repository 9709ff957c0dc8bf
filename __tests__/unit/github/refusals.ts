import { RequestError } from '@octokit/request-error';

/** GitHub's refusal of a request, as the client throws it. */
export function refusal(
  status: number,
  data: unknown,
  {
    method = 'POST',
    path = '/repos/octo/service/issues',
    headers = {},
  }: { method?: string; path?: string; headers?: Readonly<Record<string, string>> } = {},
): RequestError {
  const url = `https://api.github.com${path}`;
  const message =
    typeof data === 'string' ? data : String((data as { readonly message?: string } | null)?.message);
  return new RequestError(message, status, {
    request: { method, url, headers: {} },
    response: { status, url, headers: { ...headers }, data },
  } as ConstructorParameters<typeof RequestError>[2]);
}
