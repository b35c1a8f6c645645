import { PhoneIcon } from './icons.tsx';
import { useSurvey } from './survey-context.ts';

/** Whom she can call, with the number to tap. */
export function HelpContacts() {
  const { state, say } = useSurvey();
  const { help } = state.model;
  if (help.length === 0) return null;
  return (
    <section class="help">
      <h2>{say('help.title')}</h2>
      <ul>
        {help.map(({ name, phone, hours, region }) => (
          <li key={phone + name}>
            <a href={`tel:${phone.replace(/[^\d+*#]/g, '')}`}>
              <PhoneIcon />
              <span>
                <strong class="phone-number">{phone}</strong>
                <span>{name}</span>
                {region && <span>{region}</span>}
                <span class="hours">{hours}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
