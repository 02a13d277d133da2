import { Hono } from 'hono';
import { z } from 'zod';
import { languageTag } from '#core/records/record.ts';
import { longestSpoken, type Speech } from '#main/speech/speech.ts';
import { answer } from './answer.ts';
import { ApiError } from './failure.ts';
import { callLimit, checked, limited } from './input.ts';

const asked = z.object({
  language: languageTag,
  text: z.string().min(1).max(longestSpoken),
  /** 1 is usual. */
  speed: z.number().min(0.5).max(2).default(1),
});

/** `GET /api/speech`: what can be read aloud here. */
export interface SpeechState {
  /** espeak-ng is installed. */
  installed: boolean;
  /** Languages that it has a voice for, BCP 47 in small letters. */
  languages: string[];
}

/** `GET /api/speech`, and `POST /api/speech`, which answers a text as sound (`audio/wav`). */
export function speechRoutes(speech: Speech) {
  return new Hono()
    .get('/speech', async (c) => {
      const voices = await speech.voices(c.req.raw.signal);
      return answer<SpeechState>(c, {
        installed: voices !== null,
        languages: [...new Set((voices ?? []).flatMap(({ language, others }) => [language, ...others]))],
      });
    })
    .post('/speech', limited(callLimit), checked('json', asked), async (c) => {
      const { language, text, speed } = c.req.valid('json');
      const sound = await speech.speak(text, language, speed, c.req.raw.signal);
      if (sound === null) throw new ApiError('not-here', `there is no voice here for ${language}`, 'language');
      return c.body(sound, 200, { 'Content-Type': 'audio/wav', 'Cache-Control': 'no-store' });
    });
}
