/** @file The chapters of a guide: what to do, what is seen then, what to do if it is not. */
import { chapterId, type Guide, type GuideChapter, type GuideStep } from './guide.ts'

const addressOf = (file: string) => new URL(`./pictures/${file}`, import.meta.url).href

function Step({ step }: { step: GuideStep }) {
  const { say, see, otherwise, picture } = step
  return (
    <li>
      <p className="say">{say}</p>
      {see !== undefined && (
        <p className="see">
          <b>看到</b>
          {see}
        </p>
      )}
      {otherwise !== undefined && (
        <p className="otherwise">
          <b>不是这样</b>
          {otherwise}
        </p>
      )}
      {picture && (
        <img
          alt={picture.alt}
          className={picture.isTall ? 'tall' : ''}
          loading="lazy"
          src={addressOf(picture.file)}
        />
      )}
    </li>
  )
}

function Chapter({ chapter, place }: { chapter: GuideChapter; place: number }) {
  return (
    <section>
      <h2 id={chapterId(place)} tabIndex={-1}>
        {`${place}　${chapter.title}`}
      </h2>
      <p className="muted">{chapter.opening}</p>
      <ol>
        {chapter.steps.map((step) => (
          <Step key={step.say} step={step} />
        ))}
      </ol>
    </section>
  )
}

export function Steps({ guide }: { guide: Guide }) {
  return (
    <article aria-label={guide.title}>
      <h1>{guide.title}</h1>
      <p>{guide.opening}</p>
      {guide.chapters.map((chapter, index) => (
        <Chapter chapter={chapter} key={chapter.title} place={index + 1} />
      ))}
    </article>
  )
}
