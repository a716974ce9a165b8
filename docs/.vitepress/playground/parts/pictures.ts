export { neighbourhoodPicture, profilePicture, rulePicture, scoreBar } from 'stem-leadership/display';
export { evaluate } from 'stem-leadership/evaluation';
