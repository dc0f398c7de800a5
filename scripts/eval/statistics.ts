import { randomFrom } from '../../src/drill/random.ts';

/** The two ends of a 95% interval, as shares in 0..1. */
export type Interval = [low: number, high: number];

/** How many of a cluster's cases count. */
export type Cluster = { hits: number; total: number };

/** The normal distribution's 97.5% point. */
const Z = 1.959963984540054;
const RESAMPLES = 4000;
const SEED = 0x5eed;

/**
 * Wilson's score interval of a share: good for few cases and for none or all of them, but it takes the cases as
 * independent. E. B. Wilson, JASA 22 (1927) 209-212.
 */
export function wilson(hits: number, total: number): Interval | undefined {
  if (total === 0) return undefined;
  const share = hits / total;
  const square = Z * Z;
  const centre = share + square / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  const scale = 1 + square / total;
  return [
    hits === 0 ? 0 : (centre - spread) / scale,
    hits === total ? 1 : Math.min(1, (centre + spread) / scale),
  ];
}

/**
 * Percentile bootstrap that draws whole clusters, because cases of one source repository are not independent.
 * The seed is fixed: the same clusters in the same order give the same interval. It has no width where no case
 * counts, or every case does; Wilson's is the one to read there. `undefined` for fewer than two clusters.
 */
export function clusterBootstrap(clusters: readonly Cluster[]): Interval | undefined {
  const filled = clusters.filter(({ total }) => total > 0);
  if (filled.length < 2) return undefined;
  const random = randomFrom(SEED);
  const shares = Array.from({ length: RESAMPLES }, () => {
    let [hits, total] = [0, 0];
    for (let draw = 0; draw < filled.length; draw++) {
      const cluster = filled[Math.floor(random() * filled.length)]!;
      hits += cluster.hits;
      total += cluster.total;
    }
    return hits / total;
  }).sort((left, right) => left - right);
  return [quantile(shares, 0.025), quantile(shares, 0.975)];
}

/** The middle value, or the mean of the two middle ones; `undefined` for no values. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return quantile(
    [...values].sort((left, right) => left - right),
    0.5,
  );
}

/** Linear interpolation between the values at both sides (type 7 of Hyndman and Fan). */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}
