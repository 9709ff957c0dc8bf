import { RequestError } from '@octokit/request-error';

/** How GitHub refused: the status and what it said, errors included; throws when it did not. */
export async function refusal(request: Promise<unknown>): Promise<{
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
}> {
  try {
    await request;
  } catch (error) {
    if (error instanceof RequestError)
      return { status: error.status, message: error.message, headers: error.response?.headers ?? {} };
    throw error;
  }
  throw new Error('GitHub did not refuse');
}
