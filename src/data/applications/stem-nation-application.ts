import { defineApplication } from '../../model/define.js';

/**
 * How an application for the STEM Nation Award goes: a setting registers, each element is drafted, submitted and decided, and
 * once all are achieved in time the action plan and the validation conversation follow. Of the names, only *achieved* and
 * *full award* are published; whether a step and its conditions are published each says itself.
 */
export const stemNationApplication = defineApplication({
  id: 'stem-nation-application',
  label: 'Application for the STEM Nation Award',
  initial: 'not-registered',
  states: [
    { id: 'not-registered', label: 'Not registered', of: 'award', origin: 'project' },
    { id: 'registered', label: 'Registered', of: 'award', origin: 'project' },
    { id: 'drafting', label: 'Gathering evidence', of: 'element', origin: 'project' },
    { id: 'submitted', label: 'Evidence submitted', of: 'element', origin: 'project' },
    { id: 'feedback-given', label: 'Feedback given', of: 'element', origin: 'project' },
    { id: 'achieved', label: 'Achieved', of: 'element', origin: 'published' },
    { id: 'more-evidence-needed', label: 'More evidence needed', of: 'element', origin: 'project' },
    { id: 'eligible', label: 'Eligible', of: 'award', origin: 'project' },
    { id: 'plan-uploaded', label: 'Action plan uploaded', of: 'award', origin: 'project' },
    { id: 'conversation-booked', label: 'Validation conversation booked', of: 'award', origin: 'project' },
    { id: 'full-award', label: 'Full award', of: 'award', origin: 'published' },
    { id: 'further-action', label: 'Further action', of: 'award', origin: 'project' },
  ],
  transitions: [
    {
      event: 'register',
      label: 'Register',
      from: ['not-registered'],
      to: 'registered',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'self-evaluated',
          label: 'the setting has evaluated its own STEM practice',
          hint: 'evaluate your practice first; it shows which element to begin with',
          origin: 'published',
          advised: true,
        },
      ],
    },
    {
      event: 'begin-element',
      label: 'Begin an element',
      from: ['registered'],
      to: 'drafting',
      origin: 'project',
      conditions: [],
    },
    {
      event: 'submit-evidence',
      label: 'Submit the evidence',
      from: ['drafting'],
      to: 'submitted',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'evidence-gathered',
          label: 'evidence for the element’s indicators has been gathered',
          hint: 'look at evidenceGaps for what is wanting',
          origin: 'published',
        },
        {
          kind: 'attested',
          fact: 'evidence-permitted',
          label: 'whoever is shown in the evidence has permitted it',
          hint: 'record consent and permission for photographs with each item',
          origin: 'project',
        },
      ],
    },
    {
      event: 'give-feedback',
      label: 'Give feedback',
      from: ['submitted'],
      to: 'feedback-given',
      origin: 'published',
      conditions: [],
    },
    {
      event: 'record-achieved',
      label: 'Record the element as achieved',
      from: ['feedback-given'],
      to: 'achieved',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'decided-achieved',
          label: 'validators have decided that the element is achieved',
          hint: 'record the decision with its date and reason',
          origin: 'published',
        },
      ],
    },
    {
      event: 'ask-for-evidence',
      label: 'Ask for more evidence',
      from: ['feedback-given'],
      to: 'more-evidence-needed',
      origin: 'project',
      conditions: [],
    },
    {
      event: 'uphold-appeal',
      label: 'Uphold an appeal',
      from: ['more-evidence-needed'],
      to: 'achieved',
      origin: 'project',
      conditions: [
        {
          kind: 'attested',
          fact: 'decided-achieved',
          label: 'validators have decided that the element is achieved',
          hint: 'record the later decision with its date and reason; the earlier one stays on record',
          origin: 'project',
        },
      ],
    },
    {
      event: 'resume-element',
      label: 'Go on gathering evidence',
      from: ['more-evidence-needed'],
      to: 'drafting',
      origin: 'project',
      conditions: [],
    },
    {
      event: 'become-eligible',
      label: 'Become eligible for the full award',
      from: ['registered'],
      to: 'eligible',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'elements-in-window',
          label: 'all five elements were achieved within three years',
          hint: 'awardProgress says what is missing and until when; pass { holds: progress.eligible, reason: progress.reason }',
          origin: 'published',
        },
      ],
    },
    {
      event: 'upload-plan',
      label: 'Upload the action plan',
      from: ['eligible', 'further-action'],
      to: 'plan-uploaded',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'plan-reviewed',
          label: 'the STEM action plan has been reviewed or brought up to date',
          hint: 'check it with checkActionPlan; a new plan will do as well',
          origin: 'published',
        },
        {
          kind: 'attested',
          fact: 'declarations-made',
          label: 'the declarations on data protection and on permission for photographs have been made',
          hint: 'they are part of the form by which the plan is uploaded',
          origin: 'published',
        },
      ],
    },
    {
      event: 'book-conversation',
      label: 'Book the validation conversation',
      from: ['plan-uploaded'],
      to: 'conversation-booked',
      origin: 'published',
      conditions: [
        {
          kind: 'not-after',
          date: 'plan-uploaded',
          limit: 'plan-deadline',
          label: 'the plan was uploaded at least ten working days before the conversation',
          hint: 'actionPlanDeadline gives the last day for a conversation; choose a later conversation where it has passed',
          origin: 'published',
        },
      ],
    },
    {
      event: 'cancel-conversation',
      label: 'Call the conversation off',
      from: ['conversation-booked'],
      to: 'plan-uploaded',
      origin: 'project',
      conditions: [],
    },
    {
      event: 'grant-award',
      label: 'Grant the full award',
      from: ['conversation-booked'],
      to: 'full-award',
      origin: 'published',
      conditions: [
        {
          kind: 'attested',
          fact: 'conversation-held',
          label: 'the validation conversation has been held',
          hint: 'hold the conversation first',
          origin: 'published',
        },
        {
          kind: 'attested',
          fact: 'conversation-successful',
          label: 'validators found the conversation successful',
          hint: 'it is for the validators to say',
          origin: 'published',
        },
      ],
    },
    {
      event: 'ask-for-action',
      label: 'Ask for further action',
      from: ['conversation-booked'],
      to: 'further-action',
      origin: 'project',
      conditions: [
        {
          kind: 'attested',
          fact: 'conversation-held',
          label: 'the validation conversation has been held',
          hint: 'hold the conversation first',
          origin: 'published',
        },
      ],
    },
  ],
  // Kinds of evidence that as a rule show people, or give their words or work.
  permissions: {
    photograph: ['photographs'],
    recording: ['photographs'],
    'learner-work': ['consent'],
    'learner-voice': ['consent'],
    'stakeholder-voice': ['consent'],
  },
  sources: [
    {
      title: 'STEM Nation Award',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/?p=1573',
      read: '2026-11-22',
      note: 'Five elements within three years make a setting eligible; the full award follows a successful conversation.',
    },
    {
      title: 'STEM Nation Award for ELC settings and schools',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award-for-elc-settings-and-schools',
      read: '2026-11-22',
      note: 'Settings are advised to evaluate their practice before they register.',
    },
    {
      title: 'STEM Nation Award validation',
      url: 'https://blogs.glowscotland.org.uk/glowblogs/stemnation/stem-nation-award-validation',
      read: '2026-11-22',
      note: 'The action plan, its timing and declarations, and when feedback is given.',
    },
  ],
  notice:
    'Only “achieved” and “full award” are words of Education Scotland. The names of all other states and steps, and what follows a refusal, ' +
    'are the stem-leadership library’s; what the award’s pages describe is marked as published. Which kinds of evidence need which permission is the library’s own too.',
});
