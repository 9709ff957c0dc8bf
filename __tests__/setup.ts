import * as fc from 'fast-check';
import { scaled } from './thorough.ts';

// For properties that do not say how often they are tried.
fc.configureGlobal({ numRuns: scaled(100) });
