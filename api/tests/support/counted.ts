import request from 'supertest';

/** The sum of a counter over its labels. */
export async function counted(url: string, metric: string): Promise<number> {
  const { text } = await request(url).get('/metrics').expect(200);
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
