// The ways in that the suite has.
export { ESB } from './esb/binding.js';
