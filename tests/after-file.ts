import { afterAll } from 'vitest';
import { giveBack } from './given-back.js';

// Run anew for each test file, although the files of a worker share all modules.
afterAll(giveBack);
