/**
 * The request as a command for a POSIX shell.
 * @param {string} url
 * @param {unknown} body
 */
export function curlCommand(url, body) {
  const data = JSON.stringify(body, null, 2);
  return `curl --silent ${quoted(url)} --header 'content-type: application/json' --data ${quoted(data)}`;
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
