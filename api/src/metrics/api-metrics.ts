import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the API counts and measures, in the units and names of Prometheus (seconds, `_total`). */
export interface ApiMetrics {
  readonly registry: Registry;
  readonly requestDuration: Histogram<'route' | 'method' | 'status'>;
  readonly predictions: Counter<'decision' | 'model'>;
  readonly predictionProbability: Histogram<'model'>;
  readonly batchLines: Counter<'outcome'>;
  readonly championInfo: Gauge<'sha256' | 'family'>;
  readonly championLoaded: Gauge;
  readonly championPromoted: Gauge;
  readonly championLoadFailures: Counter;
  readonly denied: Counter<'reason'>;
  readonly keysLoadFailures: Counter;
}

export function createApiMetrics(): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requestDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the headers of a request to the end of its answer.',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    predictions: new Counter({
      name: 'churn_predictions_total',
      help: 'Predictions answered, by decision and by SHA-256 of the model.',
      labelNames: ['decision', 'model'],
      registers,
    }),
    predictionProbability: new Histogram({
      name: 'churn_prediction_probability',
      help: 'Distribution of the predicted probability of churn, by SHA-256 of the model.',
      labelNames: ['model'],
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      registers,
    }),
    batchLines: new Counter({
      name: 'churn_batch_lines_total',
      help: 'Lines of batches answered, by outcome: prediction, or the kind of problem.',
      labelNames: ['outcome'],
      registers,
    }),
    championInfo: new Gauge({
      name: 'churn_champion_info',
      help: 'Always 1; the labels name the model being served.',
      labelNames: ['sha256', 'family'],
      registers,
    }),
    championLoaded: new Gauge({
      name: 'churn_champion_loaded_timestamp_seconds',
      help: 'When the model being served was loaded, in Unix time.',
      registers,
    }),
    championPromoted: new Gauge({
      name: 'churn_champion_promoted_timestamp_seconds',
      help: 'When the model being served was promoted, in Unix time; unlike its loading, no restart changes it.',
      registers,
    }),
    championLoadFailures: new Counter({
      name: 'churn_champion_load_failures_total',
      help: 'Attempts to load a promoted model that failed; the model before it kept serving.',
      registers,
    }),
    denied: new Counter({
      name: 'churn_api_denied_total',
      help: 'Requests turned away for want of a key or a scope, or for being too many, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    keysLoadFailures: new Counter({
      name: 'churn_api_keys_load_failures_total',
      help: 'Looks at the file of keys that found it broken or gone; the keys before stayed.',
      registers,
    }),
  };
}
