/** What is sent back. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const SUPPORT =
  'Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID';

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** No token, or a wrong one. */
export function unauthorized(message: 'Requires authentication' | 'Bad credentials'): Answer {
  return json(401, { message, documentation_url: 'https://docs.github.com/graphql', status: '401' });
}

/** The body is no JSON. */
export function unreadable(): Answer {
  return json(400, {
    message: 'Problems parsing JSON',
    documentation_url: 'https://docs.github.com/graphql',
  });
}

/** The body has no query. */
export function withoutQuery(headers: Record<string, string>): Answer {
  const message = 'A query attribute must be specified and must be a string.';
  return json(200, { errors: [{ message }] }, headers);
}

/** Any other path. */
export function notFound(): Answer {
  return json(404, {
    message: 'Not Found',
    documentation_url: 'https://docs.github.com/rest',
    status: '404',
  });
}

/** The query ran into a timeout or a fault of GitHub's: with status 200, or 502 as a gateway tells it. */
export function somethingWentWrong(status: 200 | 502, request: string, now: number): Answer {
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, '+00:00');
  const message = `Something went wrong while executing your query on ${at}. This may be the result of a timeout, or it could be a GitHub bug. Please include \`${request}\` when reporting this issue.`;
  return json(status, { data: null, errors: [{ message }] });
}

/** The page of a gateway that got no answer. */
export function badGatewayPage(): Answer {
  return page(
    502,
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  );
}

/** Nobody can serve the request. */
export function unavailable(): Answer {
  return page(
    503,
    '<!DOCTYPE html>\n<html>\n  <head>\n    <title>Unicorn! &middot; GitHub</title>\n  </head>\n  <body>\n    <p><strong>No server is currently available to service your request.</strong></p>\n    <p>Sorry about that. Please try refreshing and contact us if the problem persists.</p>\n  </body>\n</html>\n',
  );
}

/** The request took too long. */
export function gatewayTimeout(): Answer {
  return json(504, {
    message:
      "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.",
    documentation_url: 'https://docs.github.com/graphql',
  });
}

/** Too many requests at once; with status 200 the message stands among GraphQL's errors. */
export function secondaryLimit(
  status: 200 | 403 | 429,
  request: string,
  headers: Record<string, string>,
): Answer {
  const message = `You have exceeded a secondary rate limit. ${SUPPORT} ${request}.`;
  const documentation_url =
    'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
  const body = status === 200 ? { errors: [{ message }] } : { documentation_url, message };
  return json(status, body, headers);
}

/** The hour's points are used up, in the documented form and in the one that is seen since 2025. */
export function primaryLimit(
  type: 'RATE_LIMITED' | 'RATE_LIMIT',
  user: number,
  headers: Record<string, string>,
): Answer {
  const error =
    type === 'RATE_LIMITED'
      ? { type, message: `API rate limit exceeded for user ID ${user}.` }
      : { type, code: 'graphql_rate_limit', message: `API rate limit already exceeded for user ID ${user}.` };
  return json(200, { errors: [error] }, headers);
}

function page(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html' }, body };
}
