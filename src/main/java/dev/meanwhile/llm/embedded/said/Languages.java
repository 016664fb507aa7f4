package dev.meanwhile.llm.embedded.said;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells people who don't write English that the rules know English only, in their own language where it is one of a
/// few.
final class Languages {
  private static final int ENOUGH_WORDS = 2;
  private static final String ENGLISH = "I understand English only: I'm the built-in rule-based model. Write for "
      + "example \"Generate test cases for these requirements: …\", or `/help`.";

  /// A language, by words that are common in it and aren't English.
  private record Language(Pattern words, String refusal) {}

  private static final List<Language> LANGUAGES = List.of(
      new Language(words(
          "hallo|guten|danke|ich|bitte|kannst|könnt?e?st?|wie|meine?|mir|aufgaben?|anforderung|anforderungen|testfälle|"
              + "testfall|und|nicht|für|das|der|diese|dieser|erstelle|erzeuge|mach|zeig|abdeckung|ist|weit|du|wird|wetter"),
          "Entschuldigung, ich verstehe nur Englisch: Ich bin das eingebaute, regelbasierte Modell dieses Servers. "
              + "Schreiben Sie zum Beispiel „Generate test cases for these requirements: …“ oder `/help`."),
      new Language(words(
          "je|peux|tu|vous|moi|pour|les|des|une|est|où|quelle?|générer|génère|créer|crée|cas|tâches?|"
              + "exigences|couverture|merci|bonjour|ces|mes|ma"),
          "Désolé, je ne comprends que l'anglais : je suis le modèle intégré de ce serveur, fait de règles. Écrivez par "
              + "exemple « Generate test cases for these requirements: … » ou `/help`."),
      new Language(words(
          "puedes|por|favor|generar?|crear?|los|las|una|para|estos|estas|tareas?|requisitos|casos|"
              + "pruebas?|cobertura|cómo|qué|está|hola|gracias|mi|mis|el"),
          "Lo siento, solo entiendo inglés: soy el modelo integrado de este servidor, hecho de reglas. Escriba por "
              + "ejemplo «Generate test cases for these requirements: …» o `/help`."));
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern OTHER_SCRIPT = Pattern
      .compile("[\\p{L}&&[^\\p{IsLatin}]].*[\\p{L}&&[^\\p{IsLatin}]]", Pattern.DOTALL);

  private Languages() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?:" + alternatives + ")");
  }

  /// What to say to words of another language, in lower case; empty for English.
  static Optional<String> refusal(String lower) {
    if (OTHER_SCRIPT.matcher(lower).find()) {
      return Optional.of(ENGLISH);
    }
    var words = WORD.matcher(lower).results().map(found -> found.group()).distinct().toList();
    return LANGUAGES.stream()
        .filter(language -> count(language, words) >= Math.min(ENOUGH_WORDS, words.size()))
        .filter(_ -> !words.isEmpty()).map(Language::refusal).findFirst();
  }

  private static long count(Language language, List<String> words) {
    return words.stream().filter(word -> language.words().matcher(word).matches()).count();
  }
}
