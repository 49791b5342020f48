// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kinds} from "./Kinds.sol";
import {DenseClassifier64} from "../../src/classifiers/DenseClassifier64.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";
import {SparseClassifier64} from "../../src/classifiers/SparseClassifier64.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SparsePerceptron} from "../../src/classifiers/SparsePerceptron.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";
import {IPart} from "../../src/interfaces/IPart.sol";

/// @title A contract that says which classifier it works with, as a trainer does.
contract TrainerOf {
    address public immutable classifier;

    constructor(address classifier_) {
        classifier = classifier_;
    }
}

/// @title Only the owner trains and fills a classifier of any kind; what all kinds answer alike.
contract OwnershipTest is Kinds {
    address private constant STRANGER = address(0xBAD);

    function test_onlyTheOwnerTrainsAndFills() external {
        IClassifier64[5] memory models = everyKind();
        for (uint256 i = 0; i < models.length; ++i) {
            _refuses(models[i], STRANGER, address(this));
            models[i].update(sample(), 1);
            models[i].addFeatureIndices(new uint32[](1));
        }
    }

    function test_afterTheHandOverOnlyTheTrainerTrains() external {
        IClassifier64[5] memory models = everyKind();
        for (uint256 i = 0; i < models.length; ++i) {
            address trainer = address(new TrainerOf(address(models[i])));
            models[i].transferOwnership(trainer);
            _refuses(models[i], address(this), trainer);
            vm.prank(trainer);
            models[i].update(sample(), 1);
        }
    }

    function test_vectorsOfDifferentLengthsAreNotHandedOver() external {
        NearestCentroidClassifier model = nearestCentroid(3);
        model.extendCentroid(sample(), 1);
        TrainerOf trainer = new TrainerOf(address(model));
        vm.expectRevert(abi.encodeWithSelector(DenseClassifier64.WrongDimension.selector, 2, 4));
        model.transferOwnership(address(trainer));
        model.extendCentroid(sample(), 0);
        model.extendCentroid(sample(), 2);
        model.transferOwnership(address(trainer));
        vm.assertEq(model.owner(), address(trainer));
    }

    function test_kindsKeepTheKnownSelectors() external pure {
        vm.assertEq(bytes32(NearestCentroidClassifier.getCentroidValue.selector), bytes32(bytes4(0xcef4ae4c)));
        vm.assertEq(bytes32(SparseNearestCentroidClassifier.getCentroidValue.selector), bytes32(bytes4(0x591644ba)));
        vm.assertEq(IClassifier64.AddClass.selector, 0xf4bf3eb0abac85d0dee636ffbc0463fc265ef1b0e78f608714ded7afdd32ab81);
    }

    function test_kindsNameTheirRulesClassesAndScale() external {
        IClassifier64[5] memory models = everyKind();
        string[5] memory rules = [
            "dense-perceptron/2",
            "sparse-perceptron/2",
            "naive-bayes/2",
            "nearest-centroid/2",
            "sparse-nearest-centroid/2"
        ];
        for (uint256 i = 0; i < models.length; ++i) {
            vm.assertEq(models[i].learningRules(), rules[i]);
            vm.assertEq(models[i].getNumClassifications(), 2);
            vm.assertEq(models[i].classifications(1), "class 1");
            vm.assertEq(models[i].toFloat(), 1e9);
            vm.assertTrue(models[i].supportsInterface(type(IClassifier64).interfaceId));
            vm.assertTrue(models[i].supportsInterface(type(IPart).interfaceId));
            vm.assertFalse(models[i].supportsInterface(0xffffffff));
        }
    }

    function test_featureIndicesAreAppended() external {
        IClassifier64 model = naiveBayes(2);
        uint32[] memory some = new uint32[](3);
        (some[0], some[1], some[2]) = (7, type(uint32).max, 0);
        model.addFeatureIndices(some);
        model.addFeatureIndices(some);
        vm.assertEq(model.getNumFeatureIndices(), 6);
        vm.assertEq(model.featureIndices(4), type(uint32).max);
        vm.expectRevert();
        model.featureIndices(6);
    }

    function test_wordsOfMoreThan64BitsAreRefused() external {
        IClassifier64[5] memory models = everyKind();
        int256[3] memory wide = [int256(2 ** 63), -2 ** 63 - 1, type(int256).min];
        for (uint256 i = 0; i < models.length; ++i) {
            for (uint256 j = 0; j < wide.length; ++j) {
                int256[] memory words = new int256[](2);
                words[1] = wide[j];
                _fails(address(models[i]), abi.encodeWithSelector(IClassifier64.predict.selector, words));
                _fails(address(models[i]), abi.encodeWithSelector(IClassifier64.update.selector, words, 1));
            }
        }
    }

    function test_lengthsOfVectorsAreRoundedDown() external {
        IClassifier64[2] memory models = [IClassifier64(densePerceptron(new int80[](2))), nearestCentroid(2)];
        int64[] memory vector = new int64[](2);
        int64[3] memory values = [int64(3), -3, type(int64).min];
        uint256[3] memory lengths = [uint256(4), 4, 13043817825332782212];
        for (uint256 i = 0; i < models.length; ++i) {
            vm.assertEq(models[i].norm(new int64[](0)), 0);
            for (uint256 j = 0; j < values.length; ++j) {
                (vector[0], vector[1]) = (values[j], values[j]);
                vm.assertEq(models[i].norm(vector), lengths[j]);
            }
        }
    }

    function test_listsHaveNoLength() external {
        IClassifier64[3] memory models =
            [IClassifier64(sparsePerceptron(new int80[](2))), naiveBayes(2), sparseNearestCentroid(2)];
        for (uint256 i = 0; i < models.length; ++i) {
            vm.expectRevert(SparseClassifier64.NormNotDefined.selector);
            models[i].norm(sample());
        }
    }

    /// @dev Every function that changes the model refuses this caller.
    function _refuses(IClassifier64 model, address caller, address owner) private {
        bytes[] memory calls = new bytes[](11);
        calls[0] = abi.encodeCall(IClassifier64.update, (sample(), 1));
        calls[1] = abi.encodeCall(IClassifier64.addFeatureIndices, (new uint32[](1)));
        calls[2] = abi.encodeCall(DensePerceptron.initializeWeights, (new int80[](1)));
        calls[3] = abi.encodeCall(SparsePerceptron.initializeWeights, (0, new int80[](1)));
        calls[4] = abi.encodeCall(SparsePerceptron.initializeSparseWeights, (new int80[][](0)));
        calls[5] = abi.encodeCall(NaiveBayesClassifier.initializeCounts, (new uint32[][](0), 0));
        calls[6] = abi.encodeCall(NaiveBayesClassifier.addClass, (1, new uint32[][](0), "C"));
        calls[7] = abi.encodeCall(NearestCentroidClassifier.extendCentroid, (new int64[](1), 0));
        calls[8] = abi.encodeCall(NearestCentroidClassifier.addClass, (new int64[](1), "C", 1));
        calls[9] = abi.encodeCall(SparseNearestCentroidClassifier.extendCentroid, (new uint64[][](0), 0));
        calls[10] = abi.encodeCall(SparseNearestCentroidClassifier.addClass, (new uint64[][](0), "C", 1));
        bytes memory refusal = abi.encodeWithSelector(IPart.NotOwner.selector, caller, owner);
        uint256 refused = 0;
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(caller);
            (bool done, bytes memory answer) = address(model).call(calls[i]);
            vm.assertFalse(done, "a stranger changed the model");
            // The functions of other kinds answer with nothing at all.
            if (answer.length > 0) {
                vm.assertEq(answer, refusal);
                ++refused;
            }
        }
        vm.assertGt(refused, 2, "functions of this kind");
    }

    function _fails(address model, bytes memory call_) private {
        (bool done,) = model.call(call_);
        vm.assertFalse(done, "a word of more than 64 bits was taken");
    }
}
