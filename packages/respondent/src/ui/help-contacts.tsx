import type { ComponentChildren } from 'preact';
import { contactsOf, dialled } from '../answering/contacts.ts';
import { PhoneIcon } from './icons.tsx';
import { useSurvey } from './survey-context.ts';

/** Whom she can call, with the number to tap. */
export function HelpContacts({
  title,
  children,
}: {
  title?: string;
  children?: ComponentChildren;
}) {
  const { state, say } = useSurvey();
  const contacts = contactsOf(state.model, say);
  if (contacts.length === 0) return null;
  return (
    <section class="help">
      <h2>{title ?? say('help.title')}</h2>
      <ul>
        {contacts.map(({ name, phone, hours, region }) => (
          <li key={phone + name}>
            <a href={dialled(phone)}>
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
      {children}
    </section>
  );
}
