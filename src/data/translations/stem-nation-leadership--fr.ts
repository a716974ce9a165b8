import { defineTranslation } from '../../model/define.js';

/** The leadership element of the STEM Nation Award, its indicators and its rubric, in French. */
export const stemNationLeadershipFr = defineTranslation({
  id: 'stem-nation-leadership--fr',
  language: 'fr',
  origin: 'project',
  rubric: {
    id: 'stem-nation-leadership',
    version: '1.0.0',
    label: 'Leadership dans les STEM (STEM Nation Award)',
    notice:
      'Le STEM Nation Award ne publie ni niveaux, ni points, ni score. Les niveaux, le score et les mots « en bonne voie » et « prêt » sont ceux de la bibliothèque stem-leadership : ' +
      'ils aident un établissement à faire ses propres plans. C’est aux validateurs d’Education Scotland de dire si un volet est atteint. La traduction est celle de la bibliothèque, non celle de l’éditeur.',
    scales: {
      'met-partly-not-yet': {
        label: 'Atteint, en partie, pas encore',
        note: 'Une échelle de ce projet. Les points servent seulement à ordonner et à espacer les niveaux ; aucun organisme ne les emploie.',
        levels: {
          'not-yet': {
            label: 'Pas encore',
            descriptor: 'On ne voit encore rien, ou presque rien, de ce que dit l’énoncé.',
          },
          partly: {
            label: 'En partie',
            alsoCalled: ['Partiellement'],
            descriptor:
              'On voit une part de ce que dit l’énoncé : l’une de ses moitiés, ou le tout, mais à certains endroits seulement.',
          },
          met: {
            label: 'Atteint',
            descriptor: 'On voit tout ce que dit l’énoncé, chacune de ses moitiés, et des preuves le montrent.',
          },
        },
      },
    },
    criteria: {
      'shared-vision': { label: 'Vision partagée' },
      'core-team': {
        label: 'Équipe de pilotage',
        note: 'Le prix demande une équipe de pilotage là où elle convient. Un établissement trop petit pour en avoir une le dit, avec la raison, et n’y perd rien.',
      },
      'professional-dialogue': { label: 'Dialogue professionnel' },
      'collaborative-practice': { label: 'Travail en commun' },
      'practitioner-leadership': { label: 'Leadership des praticiens' },
      'use-of-data': { label: 'Usage des données' },
      'learner-leadership': { label: 'Leadership des apprenants' },
    },
    outcomes: {
      'under-way': { label: 'En bonne voie', description: 'On voit quelque chose de chaque indicateur.' },
      'element-ready': {
        label: 'Prêt à demander le volet',
        description: 'On voit chaque indicateur en entier.',
      },
    },
  },
  framework: {
    id: 'stem-nation-award',
    edition: 'web-2026-11-22',
    element: 'leadership',
    label: 'STEM Nation Award (prix écossais des STEM)',
    elements: {
      leadership: {
        label: 'Leadership dans les STEM',
        description:
          'Reconnaît que chacun peut faire avancer les STEM : la direction, les praticiens, et les enfants, les jeunes ou les adultes qui apprennent. La page sur l’apprentissage communautaire (CLD) nomme aussi les apprenants adultes.',
        indicators: {
          'shared-vision': {
            label: 'Vision partagée',
            statement:
              'Pourquoi nous faisons des STEM, et où nous voulons aller, nous l’avons établi avec beaucoup de ceux que cela concerne.',
            note: 'Demande à la fois une vision et des raisons, et un travail déjà mené avec des personnes concernées de divers horizons.',
          },
          'core-team': {
            label: 'Équipe de pilotage',
            statement:
              'Là où la taille de l’établissement s’y prête, un petit groupe de membres du personnel prévoit, coordonne et conduit les STEM, et le fait bien.',
            note: 'L’original commence par « Where appropriate » (là où cela convient) : un très petit établissement peut donc dire que ce critère ne s’applique pas. Il demande de prévoir, de coordonner et de conduire, et de bien faire les trois.',
          },
          'professional-dialogue': {
            label: 'Dialogue professionnel',
            statement:
              'Le personnel a du temps pour parler des STEM, apprendre les uns des autres et juger son propre travail, et les STEM en deviennent meilleures.',
            note: 'Du temps pour le dialogue, pour apprendre entre collègues et pour s’autoévaluer ; le but est d’appuyer et d’éclairer les progrès.',
          },
          'collaborative-practice': {
            label: 'Travail en commun',
            statement:
              'Les collègues travaillent ensemble dans la durée ; ce qu’ils font en STEM et leur façon de l’enseigner en sortent renforcés.',
            note: 'Le travail en commun est continu, et il sert deux choses : la pratique des STEM et la pédagogie.',
          },
          'practitioner-leadership': {
            label: 'Leadership des praticiens',
            statement:
              'Les praticiens font eux-mêmes avancer l’apprentissage des STEM ; ils encouragent et aident ceux qui veulent faire de même.',
            note: 'Deux moitiés : un leadership qui se voit, et une aide qui motive, inspire et soutient les autres.',
          },
          'use-of-data': {
            label: 'Usage des données',
            statement:
              'Ce que nous savons des progrès de nos apprenants en STEM guide notre réponse à leurs besoins et notre action pour l’équité et l’égalité.',
            note: 'Des données et d’autres preuves de progrès, pas les seuls résultats ; le but nomme les besoins, l’équité et l’égalité.',
          },
          'learner-leadership': {
            label: 'Leadership des apprenants',
            statement:
              'Les apprenants jouent un rôle moteur dans les STEM, et leur voix compte chaque fois qu’une décision les touche, y compris pour ce qu’ils apprennent en STEM.',
            note: 'Deux moitiés : des rôles moteurs, et une voix dans les décisions. L’original fonde la seconde sur la Convention des Nations unies relative aux droits de l’enfant.',
          },
        },
      },
    },
  },
  note: 'Translated by this project from its own English paraphrases. None of it is the publisher’s wording.',
});
