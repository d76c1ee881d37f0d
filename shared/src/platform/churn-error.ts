/** What a process tells its scheduler by exiting: whether a retry can help, and who has to act. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  badInput: 2,
  refused: 3,
  nothingToDo: 99,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * The one error of this system. `message` is one sentence that says what was expected and what came, and where.
 * Thrown where the fact is known, caught once at the edge (the command line, the HTTP error handler).
 */
export class ChurnError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly details: readonly string[];

  constructor(code: string, exitCode: ExitCode, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'ChurnError';
    this.code = code;
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** The user gave something that cannot work; retrying is useless. */
export function badInput(code: string, message: string, details: readonly string[] = []): ChurnError {
  return new ChurnError(code, exitCodes.badInput, message, details);
}
