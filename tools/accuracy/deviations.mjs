import { ofBuildFiles } from './deviations-build-files.mjs';
import { ofLanguages } from './deviations-languages.mjs';
import { ofSystems } from './deviations-systems.mjs';

/**
 * Where we read a file otherwise than its scanner's test, on purpose: which scanner, format and case, which packages (by
 * name), what differs (`package`: names and versions, `scope`, `line`, `problem`) and why. One that does not occur any
 * more fails the run.
 */
export const deviations = [...ofBuildFiles, ...ofLanguages, ...ofSystems];
