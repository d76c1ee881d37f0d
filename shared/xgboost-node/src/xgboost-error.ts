/** What went wrong in libxgboost or on the way to it, as one sentence. */
export class XGBoostError extends Error {
  /** The function of libxgboost that refused, such as `XGBoosterUpdateOneIter`; undefined where this package refused first. */
  readonly call: string | undefined;

  constructor(message: string, options?: ErrorOptions & { readonly call?: string }) {
    super(message, options);
    this.name = 'XGBoostError';
    this.call = options?.call;
  }
}
