/** An error as Excel answers it; codes are those of Excel.ErrorCodes. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}

export function invalidArgument(message: string): Fault {
  return new Fault('InvalidArgument', message);
}
