import { notFound, type Route, route } from './answer.ts';

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** Who exists unless a test says more. Commits by `<login>@example.com` belong to them. */
export const PEOPLE: Record<string, Role> = {
  ada: 'write',
  grace: 'maintain',
  root: 'admin',
  linus: 'read',
  tri: 'triage',
  'github-actions[bot]': 'write',
  'dependabot[bot]': 'write',
};

/** GitHub's "simple user"; ids are stable per login. */
export function userOf(login: string, apiUrl: string) {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  const id = [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return {
    login,
    id,
    node_id: Buffer.from(`User${id}`).toString('base64'),
    avatar_url: `${apiUrl}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** Permission look-up; of a public repository everybody may read. `maintain` and `triage` show in `role_name` only. */
export function peopleRoutes(apiUrl: string, people: Record<string, Role>): Route[] {
  return [
    route('GET', '/collaborators/:login/permission', ({ params }) => {
      const login = decodeURIComponent(params.login!);
      const role = people[login] ?? 'read';
      const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
      return {
        status: 200,
        body: { permission, role_name: role, user: { ...userOf(login, apiUrl), role_name: role } },
      };
    }),
  ];
}

/** Teams of the organisation: installation tokens of a workflow cannot see them, whatever their permissions. */
export function teamRoutes(apiUrl: string, teams: Record<string, string[]>): Route[] {
  return [
    route('GET', '/orgs/:org/teams/:team/memberships/:login', ({ params, installation }) => {
      const members = teams[params.team!];
      const login = decodeURIComponent(params.login!);
      if (installation || !members?.includes(login)) return notFound();
      const url = `${apiUrl}/orgs/${params.org}/teams/${params.team}/memberships/${login}`;
      return { status: 200, body: { url, role: 'member', state: 'active' } };
    }),
    route('GET', '/orgs/:org/teams/:team/members', ({ params, installation }) => {
      const members = teams[params.team!];
      if (installation || members === undefined) return notFound();
      return { status: 200, body: members.map((login) => userOf(login, apiUrl)) };
    }),
  ];
}
