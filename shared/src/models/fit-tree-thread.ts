import { answerStarter } from '../platform/run-in-thread.ts';
import { fitTree } from './fit-tree.ts';

answerStarter(fitTree);
