/** What went wrong in libxgboost or on the way to it, as one sentence. */
export class XGBoostError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'XGBoostError';
  }
}
