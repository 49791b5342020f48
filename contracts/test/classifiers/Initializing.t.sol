// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kinds} from "./Kinds.sol";
import {Classifier64} from "../../src/classifiers/Classifier64.sol";
import {DenseClassifier64} from "../../src/classifiers/DenseClassifier64.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SparsePerceptron} from "../../src/classifiers/SparsePerceptron.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

/// @title Filling models chunk by chunk, and what they refuse to be filled with.
contract InitializingTest is Kinds {
    int80 private constant LEAST = type(int80).min;
    int80 private constant MOST = type(int80).max;

    function test_densePerceptronTakesItsWeightsInPieces() external {
        DensePerceptron model = new DensePerceptron(names(2), weights80(1, LEAST, MOST), -7, 3);
        model.initializeWeights(new int80[](0));
        model.initializeWeights(weights80(-1, 5, -6));
        int80[] memory one = new int80[](1);
        one[0] = MOST;
        model.initializeWeights(one);
        int80[7] memory expected = [int80(1), LEAST, MOST, -1, 5, -6, MOST];
        for (uint256 i = 0; i < expected.length; ++i) {
            vm.assertEq(model.weights(i), expected[i]);
        }
        vm.assertEq(model.numWeights(), 7);
        vm.assertEq(model.intercept(), -7);
        vm.assertEq(model.learningRate(), 3);
        vm.expectRevert(abi.encodeWithSelector(DensePerceptron.WeightOutOfRange.selector, 7, 7));
        model.weights(7);
    }

    function test_sparsePerceptronTakesWeightsAnywhereAndKeepsTheirNeighbours() external {
        SparsePerceptron model = sparsePerceptron(weights80(1, LEAST, MOST));
        model.initializeWeights(2, weights80(-3, 4, -5));
        vm.assertEq(model.weights(0), 1);
        vm.assertEq(model.weights(1), LEAST);
        vm.assertEq(model.weights(2), -3);
        vm.assertEq(model.weights(4), -5);
        model.initializeSparseWeights(pairOf80(3, MOST));
        vm.assertEq(model.weights(2), -3);
        vm.assertEq(model.weights(3), MOST);
        vm.assertEq(model.weights(4), -5);
        model.initializeSparseWeights(pairOf80(int80(uint80(type(uint64).max)), -1));
        vm.assertEq(model.weights(type(uint64).max), -1);
        model.initializeWeights(type(uint64).max - 2, weights80(7, 8, 9));
        vm.assertEq(model.weights(type(uint64).max), 9);
    }

    function test_sparsePerceptronRefusesIndicesOutside64Bits() external {
        SparsePerceptron model = sparsePerceptron(new int80[](0));
        vm.expectRevert(abi.encodeWithSelector(Classifier64.IndexOutOfRange.selector, -1));
        model.initializeSparseWeights(pairOf80(-1, 1));
        vm.expectRevert(abi.encodeWithSelector(Classifier64.IndexOutOfRange.selector, 2 ** 64));
        model.initializeSparseWeights(pairOf80(2 ** 64, 1));
        vm.expectRevert(abi.encodeWithSelector(Classifier64.IndexOutOfRange.selector, 2 ** 64));
        model.initializeWeights(type(uint64).max - 1, weights80(1, 1, 1));
        int80[][] memory triple = new int80[][](1);
        triple[0] = new int80[](3);
        vm.expectRevert(abi.encodeWithSelector(Classifier64.LengthMismatch.selector, 2, 3));
        model.initializeSparseWeights(triple);
    }

    function test_perceptronsTellTwoClassesApart() external {
        for (uint256 count = 0; count < 4; ++count) {
            if (count == 2) continue;
            bytes memory reason = abi.encodeWithSelector(Classifier64.WrongNumberOfClasses.selector, count);
            bytes memory arguments = abi.encode(names(count), new int80[](0), 0, 0);
            refusesCreation("DensePerceptron.sol:DensePerceptron", arguments, reason);
            refusesCreation("SparsePerceptron.sol:SparsePerceptron", arguments, reason);
        }
    }

    function test_batchesAreJudgedByAllSixtyEntries() external {
        SparsePerceptron model = sparsePerceptron(weights80(-60, 61, 0));
        uint24[60][] memory rows = new uint24[60][](3);
        rows[1][0] = 1;
        for (uint256 j = 0; j < 60; ++j) {
            rows[2][j] = uint24(j % 2);
        }
        uint64[] memory labels = new uint64[](3);
        vm.assertEq(model.evaluateBatch(rows, labels), 2);
        labels[2] = 1;
        vm.assertEq(model.evaluateBatch(rows, labels), 3);
        vm.expectRevert(abi.encodeWithSelector(Classifier64.LengthMismatch.selector, 3, 2));
        model.evaluateBatch(rows, new uint64[](2));
    }

    function test_naiveBayesReplacesCountsAndKeepsTheirTotal() external {
        NaiveBayesClassifier model = naiveBayes(3);
        model.initializeCounts(pairOf32(5, 70), 1);
        model.initializeCounts(pairOf32(5, 9), 1);
        model.initializeCounts(pairOf32(type(uint32).max, type(uint32).max), 1);
        model.initializeCounts(pairOf32(5, 4), 0);
        vm.assertEq(model.getFeatureCount(1, 5), 9);
        vm.assertEq(model.getFeatureCount(0, 5), 4);
        vm.assertEq(model.getFeatureCount(2, 5), 0);
        vm.assertEq(model.getClassTotalFeatureCount(1), 9 + uint256(type(uint32).max));
        vm.assertEq(model.totalNumFeatures(), 1000);
        vm.assertEq(model.smoothingFactor(), 1e9);
    }

    function test_classesAreAddedWithTheirName() external {
        NaiveBayesClassifier bayes = naiveBayes(1);
        _expectClass(address(bayes), "new", 1);
        bayes.addClass(8, pairOf32(2, 3), "new");
        (uint64 numSamples, uint64 total) = bayes.classInfos(1);
        vm.assertEq(numSamples, 8);
        vm.assertEq(total, 3);

        NearestCentroidClassifier dense = nearestCentroid(1);
        _expectClass(address(dense), "new", 1);
        dense.addClass(sample(), "new", 8);
        vm.assertEq(dense.getCentroidValue(1, 0), ONE);
        vm.assertEq(dense.dataCounts(1), 8);
        vm.assertEq(dense.predict(sample()), 1);

        SparseNearestCentroidClassifier sparse = sparseNearestCentroid(1);
        _expectClass(address(sparse), "new", 1);
        sparse.addClass(pairOf64(2, 3e8), "new", 8);
        (uint64 count, uint256 squared) = sparse.classInfos(1);
        vm.assertEq(count, 8);
        vm.assertEq(squared, 9e16);
        vm.assertEq(sparse.getNumClassifications(), 2);
        vm.assertEq(sparse.classifications(1), "new");
    }

    function test_denseCentroidIsCompleteBeforeItIsAsked() external {
        NearestCentroidClassifier model = nearestCentroid(2);
        model.extendCentroid(list(ONE), 1);
        vm.assertEq(model.getNumDimensions(1), 3);
        vm.expectRevert(abi.encodeWithSelector(DenseClassifier64.WrongDimension.selector, 3, 2));
        model.predict(sample());
        vm.expectRevert(abi.encodeWithSelector(NearestCentroidClassifier.DimensionOutOfRange.selector, 2, 2));
        model.centroids(0, 2);
        model.extendCentroid(list(-ONE), 0);
        int64[] memory data = new int64[](3);
        data[2] = ONE;
        vm.assertEq(model.predict(data), 1);
    }

    function test_sparseCentroidReplacesValues() external {
        SparseNearestCentroidClassifier model = sparseNearestCentroid(1);
        model.addClass(pairOf64(2, 3e8), "new", 8);
        model.extendCentroid(pairOf64(2, 5e8), 1);
        model.extendCentroid(pairOf64(3, 1e8), 1);
        model.extendCentroid(pairOf64(2, 7e8), 0);
        vm.assertEq(model.getCentroidValue(1, 2), 5e8);
        vm.assertEq(model.getFeatureSum(1, 2), 40e8);
        vm.assertEq(model.getSumOfSquares(1), 40e8 ** 2 + 8e8 ** 2);
        vm.assertEq(model.getSquaredMagnitude(1), 26e16);
        vm.assertEq(model.getCentroidValue(0, 2), 7e8);
        vm.assertEq(model.getSquaredMagnitude(0), 49e16);
    }

    function test_numbersBeyondTheirLimitsAreRefused() external {
        uint256[2] memory features = [uint256(0), 2 ** 32 + 1];
        for (uint256 i = 0; i < features.length; ++i) {
            bytes4 outOfRange = NaiveBayesClassifier.FeatureCountOutOfRange.selector;
            refusesCreation(
                "NaiveBayesClassifier.sol:NaiveBayesClassifier",
                abi.encode(names(1), new uint64[](1), new uint32[][][](1), features[i], 1),
                abi.encodeWithSelector(outOfRange, features[i])
            );
        }
        NearestCentroidClassifier dense = nearestCentroid(1);
        vm.expectRevert(NearestCentroidClassifier.CountOverflow.selector);
        dense.addClass(sample(), "new", 2 ** 32);
        SparseNearestCentroidClassifier sparse = sparseNearestCentroid(1);
        vm.expectRevert(SparseNearestCentroidClassifier.CountOverflow.selector);
        sparse.addClass(pairOf64(0, 0), "new", 2 ** 32);
        vm.expectRevert(abi.encodeWithSelector(Classifier64.IndexOutOfRange.selector, 2 ** 32));
        sparse.extendCentroid(pairOf64(2 ** 32, 1), 0);
        vm.expectRevert(abi.encodeWithSelector(SparseNearestCentroidClassifier.ValueOutOfRange.selector, 2 ** 62 + 1));
        sparse.extendCentroid(pairOf64(0, 2 ** 62 + 1), 0);
    }

    function test_classesThatDoNotExistAreRefused() external {
        bytes memory refusal = abi.encodeWithSelector(Classifier64.LabelOutOfRange.selector, 2, 2);
        NaiveBayesClassifier bayes = naiveBayes(2);
        _reverts(address(bayes), abi.encodeCall(NaiveBayesClassifier.getNumSamples, (2)), refusal);
        _reverts(address(bayes), abi.encodeCall(NaiveBayesClassifier.getClassTotalFeatureCount, (2)), refusal);
        _reverts(address(bayes), abi.encodeCall(NaiveBayesClassifier.getFeatureCount, (2, 0)), refusal);
        _reverts(address(bayes), abi.encodeCall(NaiveBayesClassifier.classInfos, (2)), refusal);
        _reverts(address(bayes), abi.encodeCall(NaiveBayesClassifier.initializeCounts, (pairOf32(0, 0), 2)), refusal);
        address dense = address(nearestCentroid(2));
        _reverts(dense, abi.encodeCall(NearestCentroidClassifier.getNumSamples, (2)), refusal);
        _reverts(dense, abi.encodeCall(NearestCentroidClassifier.dataCounts, (2)), refusal);
        _reverts(dense, abi.encodeCall(NearestCentroidClassifier.centroids, (2, 0)), refusal);
        _reverts(dense, abi.encodeCall(NearestCentroidClassifier.getNumDimensions, (2)), refusal);
        _reverts(dense, abi.encodeCall(NearestCentroidClassifier.extendCentroid, (sample(), 2)), refusal);
        address sparse = address(sparseNearestCentroid(2));
        _reverts(sparse, abi.encodeCall(SparseNearestCentroidClassifier.getNumSamples, (2)), refusal);
        _reverts(sparse, abi.encodeCall(SparseNearestCentroidClassifier.getCentroidValue, (2, 0)), refusal);
        _reverts(sparse, abi.encodeCall(SparseNearestCentroidClassifier.getSquaredMagnitude, (2)), refusal);
        _reverts(sparse, abi.encodeCall(SparseNearestCentroidClassifier.getSumOfSquares, (2)), refusal);
        _reverts(sparse, abi.encodeCall(SparseNearestCentroidClassifier.extendCentroid, (pairOf64(0, 0), 2)), refusal);
    }

    function _expectClass(address model, string memory className, uint256 index) private {
        vm.expectEmit(model);
        emit IClassifier64.AddClass(className, index);
    }

    function _reverts(address model, bytes memory call_, bytes memory refusal) private {
        (bool done, bytes memory answer) = model.call(call_);
        vm.assertFalse(done);
        vm.assertEq(answer, refusal);
    }
}
