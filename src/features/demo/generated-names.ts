/** First and last names of the generated companies; any likeness is chance. */
export const FIRST_NAMES: readonly string[] = `
Aisha Alan Amelia Andrew Anika Arthur Beatrix Ben Bridget Callum Charlotte Chloe Conor Daniel
Deepa Dylan Edith Eleanor Emeka Erin Farah Finlay Fiona Freya George Grace Gwen Hamza Harriet
Hugo Imogen Isaac Isla Jack Jasmine Joseph Kavita Keira Kofi Laura Leo Lewis Lucy Malik Martha
Maya Mei Mohammed Nadine Niamh Noah Olivia Oscar Owen Phoebe Priya Rachel Rhys Rosa Rowan Samir
Sean Siobhan Sofia Tariq Tessa Theo Uma Victor Wendy Xavier Yasmin Zachary
`
  .trim()
  .split(/\s+/);

export const LAST_NAMES: readonly string[] = `
Adeyemi Ahmed Allen Archer Bailey Barnes Begum Bell Bennett Bishop Bradley Brennan Byrne
Campbell Carter Chapman Chen Clarke Collins Cooper Dawson Doyle Edwards Ellis Evans Fisher
Fletcher Foster Gallagher Gibson Graham Grant Griffin Hall Harper Hayes Holloway Hughes Hussain
Iqbal Jenkins Johnston Kaur Kelly Khan Knight Lawson Lee Lloyd Marsh Mason McBride Mensah Mills
Morgan Murray Nolan Novak Okafor Osborne Owusu Palmer Patel Pearce Pritchard Quinn Reid Rhodes
Robson Saunders Shah Sharma Singh Spencer Stewart Sutton Thornton Turner Vaughan Walsh Watts
Webster Whitaker Wong Wright Yates
`
  .trim()
  .split(/\s+/);
