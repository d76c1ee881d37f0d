import { join } from 'node:path';

export const monitoringFolder = join(import.meta.dirname, '../../../docker/monitoring');
