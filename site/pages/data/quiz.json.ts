/** @file `GET /data/quiz.json`: the question bank for the wheel; its shape is `Bank` of `site/fair/bank.ts`. */
import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ locals }) =>
  new Response(JSON.stringify(await locals.content.quiz.bank()), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
