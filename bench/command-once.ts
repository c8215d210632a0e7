/** `jalon evaluate` as it is shipped, telling at the end how much memory it took. */
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { evaluateCommand } from '../src/cli/evaluate-command.ts';
import { tellUsage } from './tell-usage.ts';

process.exitCode = await evaluateCommand(process.argv.slice(2), process, catalogueRoot());
tellUsage();
