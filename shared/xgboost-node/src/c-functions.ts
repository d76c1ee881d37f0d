/** The part of libxgboost's C API that this package uses; each returns 0, or -1 with the reason in `XGBGetLastError`. */
export const cFunctions = {
  XGDMatrixCreateFromColumnar: 'const char *data, const char *config, _Out_ void **out',
  XGDMatrixCreateFromDense: 'const char *data, const char *config, _Out_ void **out',
  XGDMatrixCreateFromCSR:
    'const char *indptr, const char *indices, const char *values, uint64_t columns, const char *config, _Out_ void **out',
  XGQuantileDMatrixCreateFromCallback:
    'void *iterator, void *proxy, void *ref, void *reset, void *next, const char *config, _Out_ void **out',
  XGProxyDMatrixCreate: '_Out_ void **out',
  XGProxyDMatrixSetDataColumnar: 'void *proxy, const char *data',
  XGProxyDMatrixSetDataDense: 'void *proxy, const char *data',
  XGProxyDMatrixSetDataCSR:
    'void *proxy, const char *indptr, const char *indices, const char *values, uint64_t columns',
  XGDMatrixSliceDMatrixEx: 'void *matrix, const int *rows, uint64_t count, _Out_ void **out, int allowGroups',
  XGDMatrixSetInfoFromInterface: 'void *matrix, const char *field, const char *data',
  XGDMatrixGetFloatInfo: 'void *matrix, const char *field, _Out_ uint64_t *length, _Out_ void **out',
  XGDMatrixGetUIntInfo: 'void *matrix, const char *field, _Out_ uint64_t *length, _Out_ void **out',
  XGDMatrixSetStrFeatureInfo: 'void *matrix, const char *field, const char **values, uint64_t count',
  XGDMatrixGetStrFeatureInfo: 'void *matrix, const char *field, _Out_ uint64_t *count, _Out_ void **values',
  XGDMatrixNumRow: 'void *matrix, _Out_ uint64_t *out',
  XGDMatrixNumCol: 'void *matrix, _Out_ uint64_t *out',
  XGDMatrixNumNonMissing: 'void *matrix, _Out_ uint64_t *out',
  XGDMatrixFree: 'void *matrix',
  XGBoosterCreate: 'void **matrices, uint64_t count, _Out_ void **out',
  XGBoosterFree: 'void *booster',
  XGBoosterReset: 'void *booster',
  XGBoosterSlice: 'void *booster, int begin, int end, int step, _Out_ void **out',
  XGBoosterBoostedRounds: 'void *booster, _Out_ int *out',
  XGBoosterGetNumFeature: 'void *booster, _Out_ uint64_t *out',
  XGBoosterSetParam: 'void *booster, const char *name, const char *value',
  XGBoosterUpdateOneIter: 'void *booster, int round, void *matrix',
  XGBoosterTrainOneIter: 'void *booster, void *matrix, int round, const char *grad, const char *hess',
  XGBoosterEvalOneIter:
    'void *booster, int round, void **matrices, const char **names, uint64_t count, _Out_ const char **out',
  XGBoosterPredictFromDMatrix:
    'void *booster, void *matrix, const char *config, _Out_ void **shape, _Out_ uint64_t *dimensions, _Out_ void **result',
  XGBoosterPredictFromColumnar:
    'void *booster, const char *data, const char *config, void *proxy, _Out_ void **shape, _Out_ uint64_t *dimensions, _Out_ void **result',
  XGBoosterPredictFromDense:
    'void *booster, const char *data, const char *config, void *proxy, _Out_ void **shape, _Out_ uint64_t *dimensions, _Out_ void **result',
  XGBoosterPredictFromCSR:
    'void *booster, const char *indptr, const char *indices, const char *values, uint64_t columns, const char *config, void *proxy, _Out_ void **shape, _Out_ uint64_t *dimensions, _Out_ void **result',
  XGBoosterSaveModelToBuffer: 'void *booster, const char *config, _Out_ uint64_t *length, _Out_ void **bytes',
  XGBoosterLoadModelFromBuffer: 'void *booster, const void *bytes, uint64_t length',
  XGBoosterSerializeToBuffer: 'void *booster, _Out_ uint64_t *length, _Out_ void **bytes',
  XGBoosterUnserializeFromBuffer: 'void *booster, const void *bytes, uint64_t length',
  XGBoosterSaveJsonConfig: 'void *booster, _Out_ uint64_t *length, _Out_ const char **out',
  XGBoosterLoadJsonConfig: 'void *booster, const char *config',
  XGBoosterDumpModelEx:
    'void *booster, const char *featureMap, int withStats, const char *format, _Out_ uint64_t *count, _Out_ void **out',
  XGBoosterFeatureScore:
    'void *booster, const char *config, _Out_ uint64_t *count, _Out_ void **features, _Out_ uint64_t *dimensions, _Out_ void **shape, _Out_ void **scores',
  XGBoosterGetAttr: 'void *booster, const char *name, _Out_ const char **value, _Out_ int *found',
  XGBoosterSetAttr: 'void *booster, const char *name, const char *value',
  XGBoosterGetAttrNames: 'void *booster, _Out_ uint64_t *count, _Out_ void **names',
  XGBoosterSetStrFeatureInfo: 'void *booster, const char *field, const char **values, uint64_t count',
  XGBoosterGetStrFeatureInfo: 'void *booster, const char *field, _Out_ uint64_t *count, _Out_ void **values',
} as const;

export type CFunction = keyof typeof cFunctions;
