/**
 * Reads lines of JSON while they arrive and tells each of them. A line that is not JSON is a broken answer.
 *
 * @returns how many there were
 * @throws SyntaxError for a line that is not JSON; whatever the network throws
 */
export async function readLines(
  response: Response,
  onLine: (line: unknown) => void,
): Promise<number> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let count = 0;
  let begun = '';
  const tell = (line: string) => {
    if (line.trim() === '') return;
    onLine(JSON.parse(line));
    count += 1;
  };
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    const lines = (begun + value).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) tell(line);
  }
  tell(begun);
  return count;
}
