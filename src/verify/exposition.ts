/** One metric with its samples; labels in the order in which they are written. */
export type Metric = {
  name: string;
  help: string;
  samples: { labels?: { [name: string]: string }; value: number }[];
};

/**
 * Gauges in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/), without
 * timestamps, as node_exporter's textfile collector wants them. Of two samples with the same labels, for which it would
 * refuse the whole file, the greater one is kept; a metric without samples is left out.
 */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, samples }) => {
      const lines = new Map<string, number>();
      for (const { labels = {}, value } of samples) {
        const series = name + labelText(labels);
        lines.set(series, Math.max(value, lines.get(series) ?? Number.NEGATIVE_INFINITY));
      }
      const shown = [...lines].map(([series, value]) => `${series} ${value}\n`).join('');
      return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} gauge\n${shown}`;
    })
    .join('');
}

function labelText(labels: { [name: string]: string }): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** A byte of a path that is not UTF-8 is written as `\xff`, because the format is UTF-8 throughout. */
function escapeLabel(value: string): string {
  return value
    .replace(/[\udc80-\udcff]/gu, (byte) => `\\x${(byte.charCodeAt(0) - 0xdc00).toString(16)}`)
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
}

function escapeHelp(help: string): string {
  return help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
