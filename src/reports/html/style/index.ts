import base from './base.css';
import findings from './findings.css';
import frame from './frame.css';
import graph from './graph.css';
import inside from './inside.css';
import media from './media.css';
import plots from './plots.css';
import tables from './tables.css';
import tools from './tools.css';
import verdict from './verdict.css';

/** The page's style, in the order in which later rules may go over earlier ones. */
export const style = [base, frame, verdict, tools, findings, inside, tables, graph, plots, media].join('\n');
