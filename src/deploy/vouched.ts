import type { Deployment } from '../store/deployments.ts';

/** Names of the services that a probe can speak for. */
export function probedServices({ services }: Pick<Deployment, 'services'>): string[] {
  return services.filter(({ probes }) => probes.length > 0).map(({ name }) => name);
}

/** Whether probes have spoken for everything that was deployed: only then is it known to be good. */
export function vouchedFor(deployment: Pick<Deployment, 'services' | 'findings'>): boolean {
  const silent = deployment.findings.some(({ code }) => code === 'not-vouched-for');
  return probedServices(deployment).length > 0 && !silent;
}
