#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// A run makes many small things that are soon gone. Left alone, V8 gives them 48 MB.
setFlagsFromString('--semi-space-growth-factor=1');
const { main } = await import('../dist/cli/main.js');

await main(process.argv);
