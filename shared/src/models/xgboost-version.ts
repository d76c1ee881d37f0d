import { libraryVersion } from '@churn/xgboost-node/native-library';

/** Version of the libxgboost that models are trained with; loads it, and throws where it is missing or cannot be loaded. */
export function xgboostVersion(): string {
  return libraryVersion();
}
