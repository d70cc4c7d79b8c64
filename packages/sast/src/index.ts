export { createAnalyser, type Analyser, type AnalyserInput, type Analysis } from './analyse.ts';
