/** Why a text is not JSON. Thrown by the scanner, caught by the reader; never seen outside. */
export class JsonProblem extends Error {
  /** Where reading stopped, in UTF-16 units from 0. */
  readonly offset: number;

  /**
   * @param offset - where reading stopped, in UTF-16 units from 0
   * @param message - what is wrong there, for example `trailing comma`
   */
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}
