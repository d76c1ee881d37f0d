import { answerStarter } from '../platform/run-in-thread.ts';
import { fitCoefficients } from './fit-coefficients.ts';

answerStarter(fitCoefficients);
