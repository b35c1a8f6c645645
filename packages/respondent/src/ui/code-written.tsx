import { groupsOfFour } from '../codes/resume-code.ts';

/** A resume code, large; on a narrow screen it breaks in the middle. */
export function CodeWritten({ code }: { code: string }) {
  return (
    <p class="code">
      <span>{groupsOfFour(code.slice(0, 8))}</span> <span>{groupsOfFour(code.slice(8))}</span>
    </p>
  );
}
