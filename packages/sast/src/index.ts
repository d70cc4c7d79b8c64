export { createAnalyser, type Analyser, type AnalyserInput, type Analysis, type Stretch } from './analyse.ts';
